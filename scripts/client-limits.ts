/** How long a client may take, in milliseconds: for the head of a request, for all of it, and between two. Then it is answered 408 and cut off. */
export const clientLimits = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 10_000,
  // How often the first two are looked at.
  connectionsCheckingInterval: 5_000,
};
