# Las páginas de `planlint serve`, alrededor de los planes y las respuestas.
site-name = Respuestas sobre el plan
site-skip = Ir al contenido
site-languages = Idioma
site-plans = Planes
site-shown = { $count ->
    [one] { $count } plan
   *[other] { $count } planes
}
site-none-shown = Ningún plan coincide. Pruebe con menos letras o con otra opción.
site-filter-name = El nombre contiene
site-filter-verdict = Mega backdoor Roth
site-filter-any = cualquiera
site-filter-go = Mostrar
site-plan = Plan
site-verdict = Mega backdoor Roth
site-room = Margen
site-available = disponible
site-blocked = no disponible
site-unknown = aún no se sabe
site-room-of = { $amount } al año
site-room-note = El margen es el de un empleado que gana el máximo que los planes tienen en cuenta y aporta el límite completo; el de otra persona puede ser menor o mayor. Abra un plan para verlo para una persona.
site-cannot-be-read = no se puede leer
site-not-read = No leídos
site-not-read-note = Estos no se muestran. No se sabe nada de ellos.
site-for-one = Respuesta para un empleado
site-details = El plan y sus hallazgos
site-in-english = Esta parte está en inglés.
site-question = ¿Puedo hacer un mega backdoor Roth, y por cuánto?
site-intro = Complete lo que sepa; todo se puede dejar en blanco. Solo se pregunta lo que importa en este plan.
site-private = Nada de lo que escriba se guarda, se registra ni se pone en una dirección web.
site-more = Más sobre esta persona
site-not-told = sin indicar
site-yes = sí
site-no = no
site-submit = Mostrar la respuesta
site-clear = Borrar todo
site-answer = La respuesta
site-problems = { $count ->
    [one] Un dato no se puede usar:
   *[other] { $count } datos no se pueden usar:
}
site-fix = La respuesta aparecerá cuando se corrija.
site-print = Imprimir
site-copy = Copiar un enlace a esta página sin los datos
site-copied = El enlace está copiado.
site-save-html = Guardar como página
site-save-markdown = Guardar como Markdown
site-no-answer = Todavía no hay respuesta para este plan
site-no-answer-note = No se puede leer toda su descripción. Lo que falla está en la página del plan.
site-not-found = Esta página no existe
site-not-found-note = Es posible que el plan haya cambiado de nombre o se haya quitado.
site-sign-in = Iniciar sesión
site-token = Clave de acceso (token)
site-token-note = La tiene quien inició el servidor.
site-wrong-token = Esta no es la clave.
site-fine-print = Los hallazgos se refieren al diseño de los planes. No son asesoramiento legal ni fiscal.
