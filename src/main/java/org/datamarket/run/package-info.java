/** One run, from a model and a seed to its result: the only way a run happens. */
package org.datamarket.run;
