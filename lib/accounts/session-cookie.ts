/** Cookie names that next-auth uses over http and https. */
export const SESSION_COOKIES = ['next-auth.session-token', '__Secure-next-auth.session-token'];
