using FaceFusion.Inference;

namespace FaceFusion.Cli.Plugins;

/// <summary>Finds the plug-in's bundle that commands use when none is named.</summary>
internal static class BundleLocator
{
    /// <summary>The bundle's folder name.</summary>
    public const string BundleName = "FaceFusion.ofx.bundle";

    /// <summary>Names a bundle to use, before any other place.</summary>
    public const string Variable = "FACEFUSION_BUNDLE";

    /// <summary>The bundle: the named one, that of <see cref="Variable"/>, one beside the program, or a clone's build.</summary>
    /// <param name="named">What the user named, if anything.</param>
    /// <exception cref="CliException">There is none.</exception>
    public static string Find(string? named)
    {
        if (named is not null)
            return Existing(named, "--plugin");
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable)
            return Existing(variable, "$" + Variable);

        string beside = Path.Combine(AppContext.BaseDirectory, BundleName);
        return Directory.Exists(beside)
            ? beside
            : BuiltInClone() ?? throw new CliException($"There is no {BundleName} beside the program or in the clone's build folder; run bundle/build, or name one with --plugin.");
    }

    private static string Existing(string path, string origin) => Directory.Exists(path) || File.Exists(path)
        ? path
        : throw new CliException($"There is no bundle '{path}' ({origin}); name the folder of an .ofx.bundle.");

    private static string? BuiltInClone()
    {
        if (SourceTree.Root is not { } root)
            return null;

        string built = Path.Combine(root, "build", BundleName);
        return Directory.Exists(built) ? built : null;
    }
}
