/** Pictures drawn by JFreeChart. Never: computing what they show. */
package org.datamarket.chart;
