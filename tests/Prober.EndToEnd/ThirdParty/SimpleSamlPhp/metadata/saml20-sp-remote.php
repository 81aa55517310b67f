<?php
$metadata = (require __DIR__ . '/../settings.php')['metadata']['saml20-sp-remote'] ?? [];
