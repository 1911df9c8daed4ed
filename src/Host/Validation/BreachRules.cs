using FaceFusion.Host.Watching;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Validation;

/// <summary>What a wrong use of a suite means to the plug-in's author, host by host.</summary>
internal static class BreachRules
{
    /// <summary>The finding that a breach is under a profile; null where it is none.</summary>
    public static Finding? Judge(Breach breach, HostProfile profile, string plugin)
    {
        string subject = breach.Subject, during = breach.Action.Length > 0 ? $" during {breach.Action}" : " on a thread of its own";
        return breach.Kind switch
        {
            BreachKind.UnknownProperty => UnknownProperty(subject, profile, plugin, during),
            BreachKind.WrongType => Error("wrong-type", $"It uses property '{subject}' as another type than its own{during}; use the function of the property's type."),
            BreachKind.BadIndex => Error("bad-index", $"It writes an element of property '{subject}' beyond its dimension{during}; keep to the dimension that the specification names."),
            BreachKind.ReadOnlyProperty => Error("read-only", $"It writes property '{subject}'{during}, which is the host's; leave it alone."),
            BreachKind.BadHandle => Error("bad-handle", $"It passes a null or stale handle ({subject}){during}; check statuses and keep no handle past its action."),
            BreachKind.NullArgument => Error("null-argument", $"It passes a null pointer for {subject}{during}; pass a string."),
            BreachKind.ParamDefinition => Error("param-definition", $"It defines parameter {subject} under a taken name or of an unknown type{during}; hosts stop reading parameters there."),
            BreachKind.UnsupportedParam => Unsupported(subject, profile, plugin),
            BreachKind.ClipDefinition => Error("clip-definition", $"It defines clip '{subject}' twice{during}; give every clip a name of its own."),
            BreachKind.ClipInDescribe => Error("clip-in-describe", $"It asks for clip '{subject}'{during}, when there is no instance; ask in CreateInstance."),
            BreachKind.UnknownParam => Warning("unknown-param", $"It asks for a parameter '{subject}' that it never defined{during}; define it in every context or don't ask."),
            BreachKind.ParamWrite => Error("param-write", $"It writes parameter '{subject}'{during}, which hosts send on render threads; write in InstanceChanged alone (Nuke crashes)."),
            BreachKind.ParamWriteInCreate => Warning("param-write-in-create", $"It writes parameter '{subject}' while the instance is created; Nuke crashes, and a project's values are lost: set defaults when describing."),
            BreachKind.ClipPreference => Error("clip-preference", $"It wants {subject}, which it or the host doesn't have; prefer what both support."),
            BreachKind.ImageRelease => Error("image-release", $"It gives an image back that isn't out{during}; release each image once."),
            BreachKind.MemoryFree => Error("memory-free", $"It frees memory that the memory suite didn't allocate{during}; free with the allocator that allocated."),
            _ => null,
        };

        Finding Error(string rule, string text) => new(Severity.Error, rule, plugin, text);
        Finding Warning(string rule, string text) => new(Severity.Warning, rule, plugin, text);
    }

    /// <summary>A host that knows the whole specification knows a name that is wrong; Nuke minds what is newer than it.</summary>
    private static Finding? UnknownProperty(string name, HostProfile profile, string plugin, string during)
    {
        if (profile == HostProfiles.Strict)
        {
            return name.StartsWith("Ofx", StringComparison.Ordinal) || name.StartsWith("kOfx", StringComparison.Ordinal)
                ? new Finding(Severity.Error, "unknown-property", plugin, $"It writes property '{name}', which this property set doesn't have{during}; check the name and the set.")
                : new Finding(Severity.Note, "unknown-property", plugin, $"It writes property '{name}', an extension that is no part of OpenFX 1.5.");
        }

        bool colour = name is OfxColourProps.kOfxImageEffectPropColourManagementStyle
            or OfxColourProps.kOfxImageEffectPropColourManagementAvailableConfigs;
        return colour && profile == HostProfiles.Nuke
            ? new Finding(Severity.Warning, "colour-property", plugin, $"It writes '{name}'{during}, which breaks the panel in Nuke; write it only when the host has the property.")
            : null;
    }

    private static Finding? Unsupported(string subject, HostProfile profile, string plugin)
    {
        // The strict profile leaves out parametric parameters for want of an implementation, not because hosts do.
        return profile == HostProfiles.Strict
            ? new Finding(Severity.Note, "unsupported-param", plugin, $"Parameter {subject} isn't tried: this host has no parameters of that type.")
            : new Finding(Severity.Warning, "unsupported-param", plugin, $"It defines parameter {subject}, a type that {profile.Label} doesn't have; use plain choices and strings, or ask the host first.");
    }
}
