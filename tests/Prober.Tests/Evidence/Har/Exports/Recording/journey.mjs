// What a person does with any of the sites: log in, walk over to the second application and back, log out, look whether they are out.
// A step whose button never comes ends the journey, as it ends a person's patience.

const named = (text) => `//*[self::a or self::button or self::summary][normalize-space()="${text}"] | //input[@type="submit" and @value="${text}"]`;
const signedIn = '//*[@data-testid="signed-in"]';

/** @param {{goto, click, fill, see}} person what a browser is driven by; elements are named by XPath. */
export async function walk(person, site) {
  try {
    await steps(person, site);
    return 'to the end';
  } catch (error) {
    return `as far as "${error.message.split('\n')[0]}"`;
  }
}

async function steps(person, site) {
  await person.goto(site.first);
  await person.click(named('Log in'));
  await logIn(person, site);
  await person.see(signedIn);
  await person.click(named(site.over));
  await person.see(named(site.back));
  await person.click(named(site.back));
  await person.see(named(site.over));
  await person.see(signedIn);
  await person.click(named('Log out'));
  for (const button of site.confirm) await person.click(named(button));
  await person.see('//*[@data-testid="signed-out"]');
  await person.goto(`${site.first}protected`);
  await person.see(site.login[0][0]);
}

async function logIn(person, site) {
  for (const [index, button] of site.submit.entries()) {
    if (index < site.login.length) await person.fill(...site.login[index]);
    if (button) await person.click(named(button));
  }
}
