const shape = /^[^\s@]+@[^\s@]+$/;

/** Whether text looks like an email address; whether there is one, only a letter could say. */
export const isEmail = (text: string) => shape.test(text.trim());

export const emailNeeded = 'enter an email address in the correct format, like name@example.org';
