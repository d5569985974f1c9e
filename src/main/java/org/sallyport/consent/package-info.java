/** What people allow clients, asked once and remembered (RFC 6749 §10.2). */
package org.sallyport.consent;
