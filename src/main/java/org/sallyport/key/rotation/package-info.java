/**
 * How signing keys follow each other: published, active, retired, removed, or withdrawn at once.
 */
package org.sallyport.key.rotation;
