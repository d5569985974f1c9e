/** Tests inside the container, by Arquillian, on the built WAR. */
package org.sallyport.it;
