/** Secrets of clients (RFC 6749 §2.3.1): two may live at once, so that one can follow the other. */
package org.sallyport.client.secret;
