/** Looking at a token (RFC 7662 §2) and ending it before its time (RFC 7009 §2). */
package org.sallyport.token.inspect;
