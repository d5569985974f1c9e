/** The public keys as a JWK Set (RFC 7517 §5), for whoever checks a signature. */
package org.sallyport.key.jwks;
