using System.Globalization;
using FaceFusion.Host;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Hosts.Tests.Offline;

/// <summary>
/// The offline host as a process of its own: a plug-in that crashes or is left mapped shows in the exit code and harms
/// no test runner. Run as <c>lives|together|frame bundle plate identity</c>; ends with 0 when all is well and says
/// nothing but, of <c>frame</c>, the hash of what was rendered.
/// </summary>
internal static class Program
{
    private const int Lives = 100;
    private const int Together = 4;

    private static readonly string[] Contexts = [OfxContexts.kOfxImageEffectContextFilter, OfxContexts.kOfxImageEffectContextGeneral];

    private static int Main(string[] arguments)
    {
        using var scene = new Scene(arguments[2], arguments[3]);
        string? wrong = arguments[0] switch
        {
            "lives" => LiveAndDie(arguments[1], scene),
            "together" => RenderTogether(arguments[1], scene),
            _ => RenderOne(arguments[1], scene),
        };
        Console.Error.WriteLine(wrong);
        return wrong is null ? 0 : 1;
    }

    /// <summary>Opens and closes the bundle again and again; every tenth life puts a face in, with the same bits each time.</summary>
    private static string? LiveAndDie(string path, Scene scene)
    {
        string? firstSwap = null;
        for (int life = 0; life < Lives; life++)
        {
            using OfxBundle bundle = OfxBundle.Load(path);
            HostedPlugin plugin = bundle.Plugins[0];
            int described = plugin.Describe().Contexts.Count;
            if (described != Contexts.Length)
                return string.Create(CultureInfo.InvariantCulture, $"life {life}: described in {described} contexts");

            foreach (string context in Contexts)
            {
                using HostedInstance plain = scene.Create(bundle, context, mix: 0);
                if (scene.Render(plain) != scene.PlateHash())
                    return string.Create(CultureInfo.InvariantCulture, $"life {life}: a mix of 0 is not the plate");
            }

            if (life % 10 != 0)
                continue;

            using HostedInstance swapping = scene.Create(bundle, Contexts[life / 10 % 2], mix: 1);
            string swap = scene.Render(swapping);
            firstSwap ??= swap;
            if (swap != firstSwap || swap == scene.PlateHash())
                return string.Create(CultureInfo.InvariantCulture, $"life {life}: another swap than in the first life");
        }

        return null;
    }

    /// <summary>Renders one frame with everything that depends on neighbouring pixels.</summary>
    private static string? RenderOne(string path, Scene scene)
    {
        using OfxBundle bundle = OfxBundle.Load(path);
        using HostedInstance instance = scene.Create(bundle, Contexts[0], mix: 1);
        instance.Params["shape"].Set(1.3);
        instance.Params["featherTop"].Set(2.0);
        Console.Out.Write(scene.Render(instance));
        return null;
    }

    /// <summary>Different instances render on as many threads at once; their bits are those that each gives alone.</summary>
    private static string? RenderTogether(string path, Scene scene)
    {
        using OfxBundle bundle = OfxBundle.Load(path);
        HostedInstance[] instances =
            [.. Enumerable.Range(0, Together).Select(i => scene.Create(bundle, Contexts[i % 2], mix: (i + 1.0) / Together))];
        string[] alone = [.. instances.Select(scene.Render)];
        if (alone.Distinct().Count() != Together)
            return "different mixes gave the same frame";

        string[] together = new string[Together];
        for (int round = 0; round < 3; round++)
        {
            Thread[] threads = [.. instances.Select((instance, i) => new Thread(() => together[i] = scene.Render(instance)))];
            foreach (Thread thread in threads)
                thread.Start();
            foreach (Thread thread in threads)
                thread.Join();
            if (!together.SequenceEqual(alone))
                return string.Create(CultureInfo.InvariantCulture, $"round {round}: other bits than alone");
        }

        return null;
    }
}
