variable "stage" {
  description = "Which stage this stack serves."
  type        = string
  default     = "prod"
}

variable "network" {
  description = "The address range and how many zones it spans."
  type = object({
    cidr  = string
    zones = optional(list(string), ["a", "b", "c"])
  })
  default = {
    cidr = "10.0.0.0/16"
  }
}

variable "retention_days" {
  description = "How long logs are kept."
  type        = number
  default     = 30
}

variable "allowed" {
  description = "Who may reach the load balancer."
  type        = map(list(string))
  default = {
    http  = ["0.0.0.0/0"]
    https = ["0.0.0.0/0", "10.0.0.0/8"]
  }
}

variable "queues" {
  description = "The queues of the stack with their settings."
  type = map(object({
    retention = optional(number, 345600)
    fifo      = optional(bool, false)
  }))
  default = {
    orders   = { retention = 1209600 }
    invoices = {}
    returns  = {}
  }
}
