import RejoinderCommands

await RejoinderCommand.runAsProgram()
