# Modules that could not be read. What is in them cannot be seen; what they are
# handed can, and the names of arguments are much alike everywhere. The entries of
# well-known modules of the public registry stand with their clouds.

module "*" {
  kind    = "iac.module"
  name    = default(self.name, self.function_name, self.service_name, self.app_name)
  runs_as = let.runs ? default(self.service_account_email, self.service_account, self.task_role_arn, self.tasks_iam_role_arn, self.lambda_role, self.execution_role_arn, self.iam_role_arn, self.role_arn, self.role, self.identity_ids) : null

  let "image" { value = default(self.image, self.image_uri, self.image_url, self.container_image, self.docker_image, self.app_image, self.service_image, self.image_name) }
  let "containers" { value = default(self.container_definitions, self.containers, self.container_definition) }
  let "function" { value = has(default(self.handler, self.lambda_handler, self.entry_point)) && has(default(self.runtime, self.lambda_runtime)) || has(self.lambda_zip_file) }
  let "runs" { value = has(let.image) || has(let.containers) || let.function }

  becomes "compute.function" { when = let.function }
  becomes "compute.container" { when = let.runs }

  fact "arguments" { value = has(let.image) ? concat(default(self.command, self.entrypoint, []), default(self.args, self.container_args, [])) : null }
  fact "code_file" { value = let.function ? default(self.filename, self.lambda_zip_file, self.local_existing_package, self.zip_file) : null }
  fact "images" { value = has(let.image) ? [repository(let.image)] : has(let.containers) ? [for c in entries(let.containers) : repository(c.image) if has(default(c.image))] : null }
  fact "starts" { value = let.function ? default(self.handler, self.lambda_handler, self.entry_point) : null }

  environment { variables = settings(self.app_settings) }
  environment { variables = settings(self.application_environment) }
  environment { variables = settings(self.container_env) }
  environment { variables = settings(self.container_environment) }
  environment { variables = settings(self.env) }
  environment { variables = settings(self.env_variables) }
  environment { variables = settings(self.env_vars) }
  environment { variables = settings(self.environment) }
  environment { variables = settings(self.environment_variables) }
  environment { variables = settings(self.environment_vars) }
  environment { variables = settings(self.envs) }
  environment { variables = settings(self.envvars) }
  environment { variables = settings(self.extra_env_vars) }
  environment { variables = settings(self.lambda_environment) }
  environment { variables = settings(self.lambda_environment_variables) }
  environment { variables = settings(self.map_environment) }
  environment { variables = settings(self.task_environment) }
  environment { variables = settings(self.variables) }
  environment { variables = merge([for c in entries(let.containers) : settings(default(c.environment, c.env, c.env_vars, {}))]...) }

  environment { secrets = secret_settings(self.env) }
  environment { secrets = secret_settings(self.env_vars) }
  environment { secrets = secret_settings(self.environment) }
  environment { secrets = secret_settings(self.environment_variables) }
  environment { secrets = secret_settings(self.envvars) }
  environment { secrets = merge(settings(self.env_secret_vars), secret_settings(self.env_secret_vars)) }
  environment { secrets = merge(settings(self.map_secrets), secret_settings(self.map_secrets)) }
  environment { secrets = merge(settings(self.secret_env), secret_settings(self.secret_env)) }
  environment { secrets = merge(settings(self.secret_env_vars), secret_settings(self.secret_env_vars)) }
  environment { secrets = merge(settings(self.secret_environment_variables), secret_settings(self.secret_environment_variables)) }
  environment { secrets = merge(settings(self.secret_envvars), secret_settings(self.secret_envvars)) }
  environment { secrets = merge(settings(self.secrets), secret_settings(self.secrets)) }
  environment { secrets = merge(settings(self.ssm_secrets), secret_settings(self.ssm_secrets)) }
  environment { secrets = merge(settings(self.task_secrets), secret_settings(self.task_secrets)) }
  environment { secrets = merge([for c in entries(let.containers) : merge(secret_settings(default(c.environment, c.env, {})), settings(default(c.secrets, {})), secret_settings(default(c.secrets, {})))]...) }
}
