<?php
// What this server is started with: a JSON file that the test writes, named in the environment and read at each request.

return json_decode(file_get_contents(getenv('SIMPLESAMLPHP_SETTINGS')), true, 32, JSON_THROW_ON_ERROR);
