<?php
// SimpleSAMLphp's own configuration, for one server among several on one machine. What a test sets under "config" comes last.

$settings = require __DIR__ . '/../settings.php';
$folder = $settings['folder'] . '/';

$config = $settings['config'] + [
    'baseurlpath' => $settings['url'],
    'certdir' => $folder,
    'loggingdir' => $folder,
    'datadir' => $folder,
    'tempdir' => $folder,
    'logging.handler' => 'file',
    'logging.logfile' => $settings['name'] . '.log',
    'logging.level' => SimpleSAML\Logger::INFO,
    'secretsalt' => $settings['salt'],
    'auth.adminpassword' => $settings['salt'],
    'technicalcontact_email' => 'operator@example.com',
    'timezone' => 'UTC',
    'module.enable' => ['core' => true, 'saml' => true, 'exampleauth' => true, 'authorize' => true],
    'enable.saml20-idp' => true,
    'store.type' => 'phpsession',
    'session.cookie.secure' => false,
    // SameSite=None, which the distributed configuration sets, needs https.
    'session.cookie.samesite' => null,
    'session.phpsession.savepath' => $settings['folder'],
    // Every name under localhost has its own cookies, but the sessions lie in one folder.
    'session.phpsession.cookiename' => 'SimpleSAML' . ucfirst($settings['name']),
    'metadata.sources' => [['type' => 'flatfile', 'directory' => __DIR__ . '/../metadata']],
];
