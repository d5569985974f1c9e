/** The authorize request (RFC 6749 §4.1.1): visible checks, visible steps, then a code. */
package org.sallyport.authorize;
