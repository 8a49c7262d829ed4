package org.yunga.web.cli;

import picocli.CommandLine.Command;

/** The root of the command line. */
@Command(
    name = "yunga",
    description = {
      "Seguimiento geoespacial del desarrollo alternativo en el Perú.",
      "Geospatial monitoring of alternative development in Peru."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    subcommands = {
      ServeCommand.class,
      LoadCommand.class,
      BoundariesCommand.class,
      ZonalCommand.class,
      SampleCommand.class,
      ReleasesCommand.class,
      CheckTotalsCommand.class,
      CopyCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ExportCommand.class,
      DiffCommand.class,
      RollbackCommand.class,
      RetireCommand.class,
      AuditCommand.class,
      TokenCommand.class,
      WarmUpCommand.class
    })
public final class YungaCommand {}
