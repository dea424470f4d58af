variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "environment" {
  type    = string
  default = "dev"
}

variable "office_cidr" {
  description = "Where our people work."
  type        = string
  default     = "198.51.100.0/24"
}

variable "database" {
  type = object({
    class     = string
    encrypted = optional(bool, true)
    backups   = optional(number, 7)
  })
}

variable "database_password" {
  description = "Comes from the pipeline's secret."
  type        = string
  sensitive   = true
}

variable "images" {
  type = map(string)
}
