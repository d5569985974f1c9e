/**
 * The addresses of ownCloud for the endpoints of this server, for applications that know no others.
 */
package org.sallyport.authorize.owncloud;
