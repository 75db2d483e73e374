/** Elementary effects and Sobol indices, their designs and intervals. Never: files, clocks. */
package org.datamarket.study.sensitivity;
