/** The authorization code (RFC 6749 §4.1): written with its grant, redeemed once. */
package org.sallyport.authorize.code;
