import { secureHeaders } from 'hono/secure-headers';

/**
 * Everything comes from this server, and no page is framed. Transport security is for whoever ends TLS in front of us.
 * A page that needs less says so itself, and keeps its own policy.
 * The `data:` image is the icon, and Swagger UI's arrows. Drafts are checked and families decided in workers of the page.
 */
export const securityHeaders = () =>
  secureHeaders({
    overwrite: false,
    strictTransportSecurity: false,
    xFrameOptions: 'DENY',
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      workerSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  });
