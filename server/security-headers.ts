import { secureHeaders } from 'hono/secure-headers';

/**
 * Everything comes from this server, and no page is framed. Transport security is for whoever ends TLS in front of us.
 * The `data:` image is the icon, and Swagger UI's arrows.
 */
export const securityHeaders = () =>
  secureHeaders({
    strictTransportSecurity: false,
    xFrameOptions: 'DENY',
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      workerSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  });
