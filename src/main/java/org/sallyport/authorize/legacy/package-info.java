/** What RFC 9700 §2.1.2 and §2.4 advise against: off until it is named, and per client. */
package org.sallyport.authorize.legacy;
