/** A market as it is drawn: plain records, nothing left to chance or to defaults. Never: files. */
package org.datamarket.model;
