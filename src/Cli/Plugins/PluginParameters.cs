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

    /// <summary>The string parameter that takes a photo of who is replaced; "2", "3" … after it take further people's.</summary>
    public const string PersonFile = "personFile";

    /// <summary>The string parameters that take who is put in for further people, with "2", "3" … after it.</summary>
    public const string PersonIdentity = "personIdentity";

    /// <summary>The choice of faces, and its option that goes by who they are.</summary>
    public const string FaceOrder = "faceOrder", ByPerson = "Person";

    /// <summary>The choice of what runs networks.</summary>
    public const string ExecutionProvider = "executionProvider";

    /// <summary>The string parameter that takes the file for what is known of each frame.</summary>
    public const string FrameDataFile = "frameDataFile";

    /// <summary>Sets everything that was asked for.</summary>
    /// <exception cref="CliException">A name or a value is none of the plug-in's; the message lists those there are.</exception>
    public static void Apply(HostedInstance instance, PluginSettings settings)
    {
        for (int i = 0; i < settings.Identities.Count; i++)
            SetIdentity(instance, i, settings.Identities[i]);
        SetPeople(instance, settings.People);
        if (settings.Layer is { } layer)
            SetLayer(instance, layer);
        if (settings.Provider is { } provider)
            SetProvider(instance, provider);
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

        parameter.Set(Picture(identity, "identity"));
    }

    private static void SetPeople(HostedInstance instance, IReadOnlyList<Replacement> people)
    {
        for (int i = 0; i < people.Count; i++)
        {
            string number = i == 0 ? "" : (i + 1).ToString(CultureInfo.InvariantCulture);
            if (!instance.Params.TryGet(PersonFile + number, out HostedParam? person))
            {
                string takes = i == 0 ? "nobody" : $"{i} {(i == 1 ? "person" : "people")} at most";
                throw CliException.Usage($"The plug-in '{instance.Plugin.Identifier}' replaces {takes} by who they are (it has no parameter '{PersonFile + number}'); leave '{people[i].Person}' out.");
            }

            person.Set(Picture(people[i].Person, "person"));
            if (people[i].Identity is { } identity)
                instance.Params[i == 0 ? IdentityFile : PersonIdentity + number].Set(Picture(identity, "identity"));
        }

        if (people.Count > 0)
            instance.Params[FaceOrder].Parse(ByPerson);
    }

    private static string Picture(string path, string what) => File.Exists(path)
        ? Path.GetFullPath(path)
        : throw new CliException($"There is no {what} '{path}'; name a JPEG or PNG photo of a face, or an identity file.");

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

    private static void SetProvider(HostedInstance instance, string provider)
    {
        if (!instance.Params.TryGet(ExecutionProvider, out HostedParam? parameter))
            throw CliException.Usage($"The plug-in '{instance.Plugin.Identifier}' lets nobody choose what runs networks (it has no parameter '{ExecutionProvider}'); leave --provider '{provider}' out.");

        parameter.Parse(provider);
    }

    private static IReadOnlyList<string> Options(HostedParam parameter) =>
        parameter.Properties.GetTexts(OfxParamProps.kOfxParamPropChoiceOption);
}
