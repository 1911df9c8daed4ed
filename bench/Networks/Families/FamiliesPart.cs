using System.Reflection;
using FaceFusion.Fusion.Tests.Families;
using FaceFusion.Quality.Pairs;
using Xunit;

namespace FaceFusion.Networks.Families;

/// <summary>Runs the tests that hold each family to a small network written by hand, and counts the families that pass.</summary>
internal static class FamiliesPart
{
    public static IEnumerable<Figure> Measure()
    {
        Dictionary<string, bool> passed = new(StringComparer.Ordinal);
        foreach (Type type in typeof(FamilyAttribute).Assembly.GetTypes())
        {
            if (type.GetCustomAttribute<FamilyAttribute>() is not { } family)
                continue;
            bool all = Passes(type);
            foreach (string contract in family.Contracts)
                passed[contract] = all && passed.GetValueOrDefault(contract, true);
        }

        return [new("families", "tested", passed.Count(family => family.Value)), new("families", "failed", passed.Count(family => !family.Value), Needed: 0, AtMost: true)];
    }

    private static bool Passes(Type type)
    {
        bool all = true;
        foreach (MethodInfo method in type.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is { Skip: null }))
        {
            InlineDataAttribute[] data = [.. method.GetCustomAttributes<InlineDataAttribute>()];
            foreach (object?[] arguments in data.Length == 0 ? [[]] : data.SelectMany(row => row.GetData(method)))
                all &= Passes(type, method, arguments);
        }

        return all;
    }

    private static bool Passes(Type type, MethodInfo method, object?[] arguments)
    {
        object test = Activator.CreateInstance(type)!;
        try
        {
            (method.Invoke(test, arguments) as Task)?.GetAwaiter().GetResult();
            return true;
        }
        catch (TargetInvocationException failure)
        {
            Console.Error.WriteLine($"{type.Name}.{method.Name}: {failure.InnerException?.Message}");
            return false;
        }
        finally
        {
            (test as IDisposable)?.Dispose();
        }
    }
}
