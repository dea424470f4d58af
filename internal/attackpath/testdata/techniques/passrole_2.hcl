technique "glue-003" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "glue:CreateJob", "glue:StartJobRun"]
    trusts = ["glue.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "glue:CreateJob", "glue:StartJobRun"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "glue:CreateJob", "glue:StartJobRun"]
    trusts    = ["glue.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["glue:CreateJob", "glue:StartJobRun"]
    trusts = ["glue.amazonaws.com"]
  }
  silent "without glue:CreateJob" {
    allow  = ["iam:PassRole", "glue:StartJobRun"]
    trusts = ["glue.amazonaws.com"]
  }
  silent "without glue:StartJobRun" {
    allow  = ["iam:PassRole", "glue:CreateJob"]
    trusts = ["glue.amazonaws.com"]
  }
}

technique "glue-005" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "glue:UpdateJob", "glue:StartJobRun"]
    trusts = ["glue.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "glue:UpdateJob", "glue:StartJobRun"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "glue:UpdateJob", "glue:StartJobRun"]
    trusts    = ["glue.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["glue:UpdateJob", "glue:StartJobRun"]
    trusts = ["glue.amazonaws.com"]
  }
  silent "without glue:UpdateJob" {
    allow  = ["iam:PassRole", "glue:StartJobRun"]
    trusts = ["glue.amazonaws.com"]
  }
  silent "without glue:StartJobRun" {
    allow  = ["iam:PassRole", "glue:UpdateJob"]
    trusts = ["glue.amazonaws.com"]
  }
}

technique "glue-007" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "glue:CreateSession", "glue:RunStatement"]
    trusts = ["glue.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "glue:CreateSession", "glue:RunStatement"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "glue:CreateSession", "glue:RunStatement"]
    trusts    = ["glue.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["glue:CreateSession", "glue:RunStatement"]
    trusts = ["glue.amazonaws.com"]
  }
  silent "without glue:CreateSession" {
    allow  = ["iam:PassRole", "glue:RunStatement"]
    trusts = ["glue.amazonaws.com"]
  }
  silent "without glue:RunStatement" {
    allow  = ["iam:PassRole", "glue:CreateSession"]
    trusts = ["glue.amazonaws.com"]
  }
}

technique "lambda-001" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"]
    trusts = ["lambda.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"]
    trusts    = ["lambda.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["lambda:CreateFunction", "lambda:InvokeFunction"]
    trusts = ["lambda.amazonaws.com"]
  }
  silent "without lambda:CreateFunction" {
    allow  = ["iam:PassRole", "lambda:InvokeFunction"]
    trusts = ["lambda.amazonaws.com"]
  }
  silent "without lambda:InvokeFunction" {
    allow  = ["iam:PassRole", "lambda:CreateFunction"]
    trusts = ["lambda.amazonaws.com"]
  }
}

technique "lambda-002" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"]
    trusts = ["lambda.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"]
    trusts    = ["lambda.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["lambda:CreateFunction", "lambda:CreateEventSourceMapping"]
    trusts = ["lambda.amazonaws.com"]
  }
  silent "without lambda:CreateFunction" {
    allow  = ["iam:PassRole", "lambda:CreateEventSourceMapping"]
    trusts = ["lambda.amazonaws.com"]
  }
  silent "without lambda:CreateEventSourceMapping" {
    allow  = ["iam:PassRole", "lambda:CreateFunction"]
    trusts = ["lambda.amazonaws.com"]
  }
}

technique "sagemaker-001" {
  finds "the role trusts the service" {
    allow   = ["iam:PassRole", "sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl"]
    trusts  = ["sagemaker.amazonaws.com"]
    without = ["notebook"]
  }
  silent "the role trusts another service" {
    allow   = ["iam:PassRole", "sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl"]
    trusts  = ["backup.amazonaws.com"]
    without = ["notebook"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl"]
    trusts    = ["sagemaker.amazonaws.com"]
    without   = ["notebook"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow   = ["sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl"]
    trusts  = ["sagemaker.amazonaws.com"]
    without = ["notebook"]
  }
  silent "without sagemaker:CreateNotebookInstance" {
    allow   = ["iam:PassRole", "sagemaker:CreatePresignedNotebookInstanceUrl"]
    trusts  = ["sagemaker.amazonaws.com"]
    without = ["notebook"]
  }
  silent "without sagemaker:CreatePresignedNotebookInstanceUrl" {
    allow   = ["iam:PassRole", "sagemaker:CreateNotebookInstance"]
    trusts  = ["sagemaker.amazonaws.com"]
    without = ["notebook"]
  }
}

technique "sagemaker-002" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "sagemaker:CreateTrainingJob"]
    trusts = ["sagemaker.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "sagemaker:CreateTrainingJob"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "sagemaker:CreateTrainingJob"]
    trusts    = ["sagemaker.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["sagemaker:CreateTrainingJob"]
    trusts = ["sagemaker.amazonaws.com"]
  }
  silent "without sagemaker:CreateTrainingJob" {
    allow  = ["iam:PassRole"]
    trusts = ["sagemaker.amazonaws.com"]
  }
}

technique "sagemaker-003" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "sagemaker:CreateProcessingJob"]
    trusts = ["sagemaker.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "sagemaker:CreateProcessingJob"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "sagemaker:CreateProcessingJob"]
    trusts    = ["sagemaker.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["sagemaker:CreateProcessingJob"]
    trusts = ["sagemaker.amazonaws.com"]
  }
  silent "without sagemaker:CreateProcessingJob" {
    allow  = ["iam:PassRole"]
    trusts = ["sagemaker.amazonaws.com"]
  }
}

technique "x-batch" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "batch:RegisterJobDefinition", "batch:SubmitJob"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "batch:RegisterJobDefinition", "batch:SubmitJob"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "batch:RegisterJobDefinition", "batch:SubmitJob"]
    trusts    = ["ecs-tasks.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["batch:RegisterJobDefinition", "batch:SubmitJob"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "without batch:RegisterJobDefinition" {
    allow  = ["iam:PassRole", "batch:SubmitJob"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "without batch:SubmitJob" {
    allow  = ["iam:PassRole", "batch:RegisterJobDefinition"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
}

technique "x-scheduler" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "scheduler:CreateSchedule"]
    trusts = ["scheduler.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "scheduler:CreateSchedule"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "scheduler:CreateSchedule"]
    trusts    = ["scheduler.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["scheduler:CreateSchedule"]
    trusts = ["scheduler.amazonaws.com"]
  }
  silent "without scheduler:CreateSchedule" {
    allow  = ["iam:PassRole"]
    trusts = ["scheduler.amazonaws.com"]
  }
}

technique "x-ssm-automation" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "ssm:StartAutomationExecution"]
    trusts = ["ssm.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "ssm:StartAutomationExecution"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "ssm:StartAutomationExecution"]
    trusts    = ["ssm.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["ssm:StartAutomationExecution"]
    trusts = ["ssm.amazonaws.com"]
  }
  silent "without ssm:StartAutomationExecution" {
    allow  = ["iam:PassRole"]
    trusts = ["ssm.amazonaws.com"]
  }
}

technique "x-states" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "states:CreateStateMachine", "states:StartExecution"]
    trusts = ["states.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "states:CreateStateMachine", "states:StartExecution"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "states:CreateStateMachine", "states:StartExecution"]
    trusts    = ["states.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["states:CreateStateMachine", "states:StartExecution"]
    trusts = ["states.amazonaws.com"]
  }
  silent "without states:CreateStateMachine" {
    allow  = ["iam:PassRole", "states:StartExecution"]
    trusts = ["states.amazonaws.com"]
  }
  silent "without states:StartExecution" {
    allow  = ["iam:PassRole", "states:CreateStateMachine"]
    trusts = ["states.amazonaws.com"]
  }
}
