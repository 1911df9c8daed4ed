using System.Globalization;
using FaceFusion.Cli.Commands;
using FaceFusion.Host;
using FaceFusion.Host.Parameters;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Cli.Plugins;

/// <summary>Sets an instance's parameters from the command line.</summary>
internal static class PluginParameters
{
    /// <summary>The string parameter that takes the identity's photo; "2", "3" … after it take further ones.</summary>
    public const string IdentityFile = "identityFile";

    /// <summary>The choice that takes the layer to render.</summary>
    public const string Output = "output";

    /// <summary>The string parameter that takes the file for what is known of each frame.</summary>
    public const string FrameDataFile = "frameDataFile";

    /// <summary>Sets everything that was asked for.</summary>
    /// <exception cref="CliException">A name or a value is none of the plug-in's; the message lists those there are.</exception>
    public static void Apply(HostedInstance instance, PluginSettings settings)
    {
        for (int i = 0; i < settings.Identities.Count; i++)
            SetIdentity(instance, i, settings.Identities[i]);
        if (settings.Layer is { } layer)
            SetLayer(instance, layer);
        if (settings.FrameData is { } data)
            PluginBundle.Guarded(() => instance.Params[FrameDataFile], ExitCode.Usage).Set(data);

        foreach (ParameterSetting setting in settings.Parameters)
        {
            HostedParam parameter = PluginBundle.Guarded(() => instance.Params[setting.Name], ExitCode.Usage);
            PluginBundle.Guarded(
                () =>
                {
                    parameter.Parse(setting.Value);
                    return true;
                },
                ExitCode.Usage);
        }
    }

    /// <summary>Whether the layer to render is a matte.</summary>
    public static bool RendersMatte(HostedInstance instance) =>
        instance.Params.TryGet(Output, out HostedParam? parameter) && parameter.Value is { Kind: ParamKind.Integer } chosen
        && Options(parameter).ElementAtOrDefault((int)chosen.Numbers[0]) is "Matte" or "Face matte";

    private static void SetIdentity(HostedInstance instance, int number, string identity)
    {
        string name = number == 0 ? IdentityFile : string.Create(CultureInfo.InvariantCulture, $"{IdentityFile}{number + 1}");
        if (!instance.Params.TryGet(name, out HostedParam? parameter))
        {
            string takes = number == 0 ? "no identity" : $"{number} identity photo{(number == 1 ? "" : "s")} at most";
            throw CliException.Usage($"The plug-in '{instance.Plugin.Identifier}' takes {takes} (it has no parameter '{name}'); leave --identity '{identity}' out.");
        }

        if (!File.Exists(identity))
            throw new CliException($"There is no identity '{identity}'; name a JPEG or PNG photo of a face.");

        parameter.Set(Path.GetFullPath(identity));
    }

    /// <summary>Chooses the option whose label begins with the layer's name: "Face layer" for <c>face</c>, "Face matte" for <c>face-matte</c>.</summary>
    private static void SetLayer(HostedInstance instance, string layer)
    {
        string? option = null;
        if (instance.Params.TryGet(Output, out HostedParam? parameter))
            option = Options(parameter).FirstOrDefault(label => label.StartsWith(layer.Replace('-', ' '), StringComparison.OrdinalIgnoreCase));
        if (option is null)
            throw CliException.Usage($"The plug-in '{instance.Plugin.Identifier}' has no output layer '{layer}'; leave --output-layer out.");

        parameter!.Parse(option);
    }

    private static IReadOnlyList<string> Options(HostedParam parameter) =>
        parameter.Properties.GetTexts(OfxParamProps.kOfxParamPropChoiceOption);
}
