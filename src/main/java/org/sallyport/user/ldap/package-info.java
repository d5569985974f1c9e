/** People in a directory (RFC 4511), Active Directory among them. */
package org.sallyport.user.ldap;
