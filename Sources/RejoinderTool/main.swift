import ArgumentParser
import RejoinderCommands

RejoinderCommand.main()
