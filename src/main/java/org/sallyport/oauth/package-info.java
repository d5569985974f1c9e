/** The protocol's own words (RFC 6749): errors, parameters, scopes, digests and random values. */
package org.sallyport.oauth;
