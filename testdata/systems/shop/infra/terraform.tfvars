environment = "prod"

database = {
  class     = "db.t4g.medium"
  encrypted = false
  backups   = 0
}

images = {
  worker = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop-worker:latest"
}
