/** What happened, for those who must answer for it: events that carry ids only. */
package org.sallyport.audit;
