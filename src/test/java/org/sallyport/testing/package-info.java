/**
 * Real servers, databases and browsers for the tests, started on loopback and gone with the JVM.
 */
package org.sallyport.testing;
