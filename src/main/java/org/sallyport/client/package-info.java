/** Client applications (RFC 6749 §2): who they are, how they prove it, what they may ask for. */
package org.sallyport.client;
