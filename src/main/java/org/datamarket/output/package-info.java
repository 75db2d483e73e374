/** The tables of a run, its columns, the summary and the verdict. Never: computing a result. */
package org.datamarket.output;
