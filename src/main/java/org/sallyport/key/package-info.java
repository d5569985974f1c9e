/** Keys: those that sign tokens (RFC 7517) and those that seal what the database keeps secret. */
package org.sallyport.key;
