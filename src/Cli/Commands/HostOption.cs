using System.CommandLine;
using FaceFusion.Host;

namespace FaceFusion.Cli.Commands;

/// <summary>The option <c>--as</c>: which host to play.</summary>
internal static class HostOption
{
    /// <summary>The option's name.</summary>
    public const string Name = "--as";

    /// <summary>The option.</summary>
    /// <param name="description">What it does; {0} stands for the hosts there are.</param>
    public static Option<string?> Create(string description)
    {
        string[] hosts = [.. HostProfiles.All.Keys];
        Option<string?> option = new(Name)
        {
            Description = description.Replace("{0}", string.Join(", ", hosts), StringComparison.Ordinal),
            HelpName = "HOST",
        };
        option.AcceptOnlyFromAmong(hosts);
        return option;
    }

    /// <summary>The profile of a host; a modern one of its own where none is named.</summary>
    public static HostProfile ProfileOf(string? host) => host is null ? HostProfile.Modern : HostProfiles.All[host];
}
