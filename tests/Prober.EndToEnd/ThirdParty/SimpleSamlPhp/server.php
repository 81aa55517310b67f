<?php
// Serves SimpleSAMLphp's public files as its Apache configuration does; an application's own pages lie beside them.

$settings = require __DIR__ . '/settings.php';
$library = '/usr/share/simplesamlphp';
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);

// A script, and what follows it as PATH_INFO: the built-in server looks for neither below the document root of a router.
if (preg_match('#^(/[^.]+\.php)(/.*)?$#', $path, $match) && is_file("$library/www$match[1]")) {
    $_SERVER['SCRIPT_NAME'] = $match[1];
    $_SERVER['SCRIPT_FILENAME'] = "$library/www$match[1]";
    $_SERVER['PHP_SELF'] = $path;
    if (isset($match[2])) {
        $_SERVER['PATH_INFO'] = $match[2];
    }
    chdir(dirname($_SERVER['SCRIPT_FILENAME']));
    require $_SERVER['SCRIPT_FILENAME'];
    return true;
}

if ($path !== '/' && is_file("$library/www$path")) {
    return false;
}

require "$library/lib/_autoload.php";
require __DIR__ . '/application.php';
return true;
