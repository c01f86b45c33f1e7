// Everything works without this: it adds the character counts and the focus on the error summary.
document.body.classList.add("js-enabled", "govuk-frontend-supported");
const govuk = document.querySelector("link[rel=modulepreload]");
if (govuk) {
  import(govuk.href).then(({ createAll, Button, CharacterCount, ErrorSummary, NotificationBanner, Radios, SkipLink }) => {
    for (const component of [Button, CharacterCount, ErrorSummary, NotificationBanner, Radios, SkipLink]) {
      createAll(component);
    }
  });
}
