<?php
$config = (require __DIR__ . '/../settings.php')['authsources'];
