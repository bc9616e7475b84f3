/**
 * The US Treasury's Fiscal Data API: {@link io.lumia.market.provider.fiscaldata.FiscalDataAdapter} asks for the public
 * debt by day and reads any answer of the API's {@code data, meta, links} form.
 */
@NullMarked
package io.lumia.market.provider.fiscaldata;

import org.jspecify.annotations.NullMarked;
