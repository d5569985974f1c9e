/** The Amazon Corretto Crypto Provider: its jars, and how one is loaded and taken back. */
package org.sallyport.key.corretto;
