# Other ways to save and their usual order. The glossary stands in terms.ftl.

## The other ways to save.
way-pre-tax = Aplazamientos antes de impuestos en este plan (pre-tax deferrals): hasta { $limit } junto con los Roth. Reducen su ingreso gravable ahora y tributan al cobrarse.
way-roth-deferral = Aplazamientos Roth en este plan (Roth deferrals): hasta { $limit } junto con los antes de impuestos. Tributan ahora; las ganancias quedan libres de impuestos si se cumplen las condiciones. Sin límite de ingresos.
way-catch-up = Aportaciones de recuperación (catch-up) desde los 50 años: { $limit } más. No consumen margen para aportaciones después de impuestos.
way-super-catch-up = La recuperación (catch-up) mayor de los 60 a los 63 años: { $limit } en su lugar.
way-traditional-ira = IRA tradicional (traditional IRA): hasta { $limit }, desde los 50 años { $catch_up } más, sumando todas sus IRA. Con un plan en el trabajo la deducción disminuye según el ingreso.
way-roth-ira = Roth IRA: dentro del mismo límite de { $limit }; se reduce a cero entre { $single_from } y { $single_to } de ingreso para una persona soltera, y entre { $joint_from } y { $joint_to } en declaración conjunta.
way-backdoor = Backdoor Roth IRA: aportación de hasta { $limit } a una IRA tradicional sin deducción, luego convertida, con cualquier ingreso. Todo su dinero de IRA antes de impuestos cuenta para el impuesto, y aquí sí va el Formulario 8606.
way-hsa = HSA, con un plan de salud de deducible alto: { $self_only } con cobertura individual, { $family } con cobertura familiar, desde los 55 años { $catch_up } más, incluido el dinero del empleador. No tributa al entrar ni al salir para gastos médicos.
way-taxable = Una cuenta sujeta a impuestos (taxable account): sin límite ni espera, pero los intereses y dividendos tributan cada año y las ganancias al vender.
way-not-published = Los límites de las IRA y HSA de { $year } no están todos publicados, hasta donde planlint sabe; por eso no se muestran.

## The usual order of saving.
order-match = Aplazamientos hasta obtener toda la aportación equivalente del empleador (match)
order-debt = Deudas con interés alto y una reserva para emergencias
order-hsa = HSA, si su plan de salud lo permite
order-deferral = Aplazamientos hasta su límite
order-ira = IRA, Roth IRA o backdoor Roth IRA
order-mega = Aportaciones después de impuestos con conversión a Roth (mega backdoor)
order-taxable = Una cuenta sujeta a impuestos
way-deferral-457 = Aplazamientos en este plan: hasta { $limit } en todos los planes 457(b) juntos, además de lo que permita un plan 401(k) o 403(b).
