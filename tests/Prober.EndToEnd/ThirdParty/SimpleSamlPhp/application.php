<?php
// An application on SimpleSAMLphp's service provider: a start page for everybody, a page that needs a session, a way to
// another application. Its own session is the library's.

use SimpleSAML\Auth\Simple;

$session = new Simple('default-sp');
header('Cache-Control: no-store');

switch ($path) {
    case '/':
        show($session->isAuthenticated() ? signedIn($session, $settings) : '<p data-testid="signed-out">You are not signed in.</p><a href="/login">Log in</a>');
        break;
    case '/login':
    case '/protected':
        $session->requireAuth(['ReturnTo' => $settings['url'] . 'protected']);
        show(signedIn($session, $settings));
        break;
    case '/logout':
        $session->logout($settings['url']);
        break;
    default:
        http_response_code(404);
        show('<h2>Not Found</h2>');
}

function signedIn(Simple $session, array $settings): string
{
    $attributes = $session->getAttributes();
    $name = escape($attributes['mail'][0] ?? 'somebody without an address');
    return "<p data-testid=\"signed-in\">Signed in as $name</p>
        <a href=\"{$settings['neighbour']['url']}protected\">{$settings['neighbour']['name']}</a> <a href=\"/logout\">Log out</a>";
}

function show(string $body): void
{
    global $settings;
    $title = escape($settings['name']);
    echo "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>$title</title>
        <link rel=\"icon\" href=\"data:,\"></head><body><h1>$title</h1>$body</body></html>";
}

function escape(string $text): string
{
    return htmlspecialchars($text, ENT_QUOTES);
}
