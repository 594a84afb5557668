# Steps, pitfalls and what happens if. The glossary stands in terms.ftl.

## The steps, in order.
step-ask-first = Antes de elegir nada, obtenga las respuestas a lo que se pregunta arriba, del administrador del plan o sobre usted: de ellas depende si lo demás funciona y cómo.
step-defer-in-full = Fije sus aplazamientos de salario (elective deferrals) para que lleguen a su límite: solo después este plan acepta aportaciones después de impuestos (after-tax contributions).
step-enroll = Elija aportaciones después de impuestos (after-tax contributions; ni Roth ni antes de impuestos) en el sitio web de su plan o en el departamento de nómina.
step-enroll-called = Elija aportaciones después de impuestos (after-tax contributions; ni Roth ni antes de impuestos) en el sitio web de su plan o en el departamento de nómina. Este plan las llama «{ $called }».
step-spillover-automatic = Al llegar al límite de aplazamientos, sus aportaciones continúan por sí solas como aportaciones después de impuestos (spillover). Compruebe que así sea en su caso.
step-spillover-choose = Si quiere que las aportaciones continúen después de impuestos cuando los aplazamientos lleguen a su límite, marque esa opción (spillover).
step-amount = Fije la aportación en { $per_paycheck } como máximo por cada cheque de pago restante, { $remaining } en total. Quédese por debajo si su salario o el dinero del empleador aún pueden aumentar este año.
step-amount-of-year = Reparta como máximo { $remaining } entre los cheques de pago que quedan este año.
step-amount-unknown = Calcule el importe antes de fijarlo: hacen falta su salario y todas las aportaciones del año.
step-by-cheque = El plan también acepta aportaciones después de impuestos por cheque, no solo por nómina.
step-elect-automatic = Elija la conversión automática a Roth dentro del plan (in-plan Roth rollover); se hace { $every }. Es una elección aparte de la de aportar.
step-keep-automatic = El plan convierte por sí solo el dinero después de impuestos a Roth, { $every }. Compruebe que no ha renunciado a ello y que se ha hecho.
step-ask-rollover = Pida una conversión a Roth dentro del plan (in-plan Roth rollover) de la cuenta después de impuestos, con sus ganancias, poco después de cada aportación. El plan la permite { $frequency }.
step-ask-rollover-often = Pida una conversión a Roth dentro del plan (in-plan Roth rollover) de la cuenta después de impuestos, con sus ganancias, poco después de cada aportación, tantas veces como el plan lo permita.
step-rollover-minimum = Una conversión dentro del plan debe ser de al menos { $minimum }: espere a que la cuenta tenga esa cantidad.
step-rollover-fee = Cada conversión dentro del plan cuesta { $fee }: compare eso con el impuesto sobre lo que gane el dinero mientras espera.
step-wait-until = Esto solo se abre con esta condición: { $condition }. Hasta entonces el dinero después de impuestos queda donde está, y lo que gane tributará más adelante.
step-withdraw = Pida un retiro en servicio (in-service withdrawal) de la cuenta después de impuestos, que el plan permite { $frequency }, y haga que se pague por transferencia directa (direct rollover), no a usted.
step-withdraw-often = Pida un retiro en servicio (in-service withdrawal) de la cuenta después de impuestos, tantas veces como el plan lo permita, y haga que se pague por transferencia directa (direct rollover), no a usted.
step-or-withdraw = Otra vía, en lugar de convertir dentro del plan, es pasar el dinero a una Roth IRA. Los pasos siguientes, hasta el de guardar los estados de cuenta, son para esa vía.
step-withdrawal-minimum = Un retiro debe ser de al menos { $minimum }.
step-ask-two-places = Pregunte antes si el plan paga un mismo retiro a dos destinos: la descripción del plan no lo dice, y un plan puede hacer transferencias directas a un solo destino.
step-split = Dirija a la vez las dos partes de cada retiro a dos destinos: sus aportaciones (basis) a una Roth IRA y las ganancias (earnings) a una IRA tradicional. Así no se paga impuesto ahora.
step-one-destination = El plan paga cada retiro a un solo destino. Si todo va a una Roth IRA, las ganancias (earnings) tributan ese año.
step-tax-money = Reserve otro dinero para el impuesto sobre las ganancias: en una conversión dentro del plan no se retiene nada. Si el impuesto es alto, puede hacer falta más retención o pagos de impuesto estimado (estimated tax).
step-records = Guarde los estados de cuenta que muestren lo que aportó después de impuestos (su base, basis), cada conversión con su fecha y sus ganancias.
step-form-in-plan = En enero del año siguiente a la conversión, revise su Formulario 1099-R: código G en la casilla 7, sus aportaciones después de impuestos en la casilla 5 y solo las ganancias en la casilla 2a.
step-form-rollover = En enero del año siguiente a una transferencia directa, revise su Formulario 1099-R: código G en la casilla 7, las aportaciones después de impuestos en la casilla 5; la casilla 2a muestra solo lo que fue a Roth y aún no había tributado.
step-report = Declárelo en el Formulario 1040, líneas { $all } (el total) y { $taxable } (la parte gravable), según el Formulario 1099-R. El Formulario 8606 trata de las IRA: una transferencia desde el plan no va allí.
step-next-year = Vuelva a calcularlo el próximo año: cambian los límites, el salario y el dinero del empleador, y el margen no usado no se traslada.
step-ask-sponsor = Pregunte a quien dirige el plan si podría añadirse lo que falta: la ley permite al empleador ofrecer aportaciones después de impuestos y su conversión a Roth, pero no lo obliga a hacerlo.
step-ask-sponsor-route = Pregunte a quien dirige el plan si podría abrirse una vía a Roth para el dinero después de impuestos: la conversión a Roth dentro del plan (in-plan Roth rollover) o un retiro mientras trabaja aquí (in-service withdrawal). La ley permite al empleador ofrecer ambas, no lo obliga.
step-on-leaving = Lo que aporte después de impuestos puede transferirse cuando deje el empleo: sus aportaciones a una Roth IRA y las ganancias a una IRA tradicional. Lo que gane hasta entonces tributará más adelante.

## What goes wrong.
pitfall-not-roth = Las aportaciones después de impuestos (after-tax contributions) no son aportaciones Roth: sin la conversión, sus ganancias tributan al cobrarse.
pitfall-match-lost = La aportación equivalente del empleador (match) se calcula período a período y no se compensa al final del año: si sus aplazamientos llegan pronto al límite, la pierde el resto del año. Reparta los aplazamientos a lo largo del año.
pitfall-match-may-be-lost = Averigüe si la aportación equivalente (match) se compensa al final del año (true-up). Si no, llegar pronto al límite de aplazamientos puede hacerle perderla: reparta los aplazamientos a lo largo del año.
pitfall-hce-refund = Usted es empleado altamente remunerado (HCE): si el plan no pasa su prueba anual de aportaciones equivalentes y después de impuestos (ACP test), las aportaciones después de impuestos pueden devolvérsele el año siguiente con sus ganancias, que tributan, aunque ya se hubieran convertido.
pitfall-hce-refund-possible = Si usted es empleado altamente remunerado (HCE) y el plan no pasa su prueba anual de aportaciones equivalentes y después de impuestos (ACP test), las aportaciones después de impuestos pueden devolvérsele el año siguiente con sus ganancias, que tributan, aunque ya se hubieran convertido.
pitfall-suspension = Tras un retiro de dinero después de impuestos el plan suspende las aportaciones durante { $length }: eso puede costarle margen y aportación equivalente (match).
pitfall-combined = El plan tiene un solo tope para aplazamientos y aportaciones después de impuestos juntos: cuanto más aplace, menos queda para después de impuestos.
pitfall-spillover = El paso automático (spillover) empieza solo cuando los aplazamientos llegan a su límite y termina con el año: con un porcentaje bajo quizá nunca empiece, y el año siguiente se empieza otra vez con aplazamientos.
pitfall-pay-binds = Su salario, y no la cantidad en dólares, es el límite de todas las adiciones a su cuenta: si cobra menos de lo previsto, puede aportarse demasiado.
pitfall-employer-late = El dinero del empleador que se añade después de fin de año también cuenta para el año: deje margen para él.
pitfall-pro-rata = Las ganancias salen de la cuenta después de impuestos junto con las aportaciones, en proporción (pro rata): no puede convertir las aportaciones y dejar las ganancias.
pitfall-withholding = De lo que se le pague a usted en vez de transferirse directamente se retiene el 20% de la parte gravable, y antes de los 59½ años suele haber un impuesto adicional del 10% sobre la parte gravable que conserve.
pitfall-sixty-days = El dinero que se le haya pagado solo puede transferirse en un plazo de 60 días, y lo retenido debe reponerlo con otro dinero.
pitfall-waiting = Esperar cuesta: cada mes en la cuenta después de impuestos añade ganancias que tributan al convertir.
pitfall-five-years = Las ganancias Roth salen libres de impuestos solo si han pasado cinco años y, además, usted tiene 59½ años, tiene una discapacidad o ha fallecido. La cuenta Roth del plan y sus Roth IRA cuentan sus cinco años por separado.
pitfall-recapture = Si, antes de cumplirse cinco años de una conversión y antes de los 59½ años, retira la parte de ella que tributó, puede deberse el impuesto adicional del 10% sobre esa parte.
pitfall-no-undo = Una conversión a Roth no puede deshacerse.
pitfall-pre-1987 = Las aportaciones después de impuestos anteriores a 1987 tienen reglas propias: pueden salir antes que las ganancias. Pregunte al administrador qué tiene usted.
pitfall-roth-catch-up = Sus aportaciones de recuperación (catch-up) deben ser Roth: su salario del año pasado con este empleador superó { $wages }.
pitfall-loan = Si tiene un préstamo del plan, pregunte qué pasa con él antes de convertir el dinero que lo garantiza.
pitfall-minimum-distribution = A partir de los 73 años puede ser obligatorio cobrar primero una distribución mínima (RMD), salvo que siga trabajando para el patrocinador y no posea más del 5%; esa parte no puede transferirse.

## What happens if.
event-leaving = Si deja el empleo: la cuenta después de impuestos puede transferirse a cualquier edad, sus aportaciones a una Roth IRA y las ganancias a una IRA tradicional, y el dinero Roth a una Roth IRA.
event-changing-jobs = Si cambia de empleo: el límite de aplazamientos es uno solo para ambos empleos (un plan 457(b) tiene el suyo); informe a la nueva nómina de lo que ya aplazó. Un empleador no relacionado tiene su propio límite de adiciones. Un plan nuevo solo puede recibir dinero después de impuestos por transferencia directa, si lo acepta.
event-leaving-loan = Si deja el empleo con un préstamo del plan sin devolver que se compensa con su cuenta (loan offset), puede transferir esa cantidad con otro dinero hasta la fecha límite de su declaración de ese año, con prórrogas.
event-disability = En caso de discapacidad según la ley fiscal no hay impuesto adicional del 10%, y las ganancias Roth están libres de impuestos una vez cumplidos los cinco años.
event-death = En caso de muerte la cuenta pasa a su beneficiario: lo aportado después de impuestos sigue libre de impuestos; las ganancias tributan sin el impuesto adicional del 10%. El cónyuge puede transferirla como propia; otros, solo directamente a una IRA heredada (inherited IRA).
event-death-roth = Lo convertido pasa como dinero Roth: sus cinco años continúan para sus herederos, y la mayoría de quienes no son el cónyuge deben retirarlo todo en diez años.
event-loss = Si al convertir la cuenta después de impuestos vale menos de lo aportado: no se paga impuesto entonces, y en ese momento no puede deducirse ninguna pérdida.
event-divorce = En un divorcio, una orden judicial calificada (QDRO) puede dar parte de la cuenta al excónyuge, que entonces tributa por ella, recibe una parte de la base (basis) después de impuestos de usted y puede transferirla.
