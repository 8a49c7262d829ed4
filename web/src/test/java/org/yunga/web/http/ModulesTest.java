package org.yunga.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ModulesTest {

  private static final String PARTS =
      "export const one = 1;\nexport let two = 2;\nconst own = 3;\n";

  @Test
  void whatTheEntryImportsComesBeforeItInOneScript() {
    Map<String, String> served =
        Modules.served(
            Map.of(
                "app/js/app.js",
                "import { both } from './sum.js';\nconsole.log(both());\n",
                "app/js/sum.js",
                "import { one, two } from './parts.js';\n"
                    + "export function both() {\n  return one + two;\n}\n",
                "app/js/parts.js",
                PARTS));

    assertThat(served)
        .containsExactly(
            Map.entry(
                "app/js/app.js",
                "const one = 1;\nlet two = 2;\nconst own = 3;\n"
                    + "function both() {\n  return one + two;\n}\n"
                    + "console.log(both());\n"
                    + "export { both, one, two };\n"));
  }

  @Test
  void whatComesLaterTakesFromItWhatTheyShare() {
    Map<String, String> served =
        Modules.served(
            Map.of(
                "app/js/app.js",
                "import { one } from './parts.js';\nimport('./later.js');\n",
                "app/js/parts.js",
                PARTS,
                "app/js/rest.js",
                "export const rest = 4;\n",
                "app/js/later.js",
                "import es from '../i18n/es.js';\nimport {\n  two,\n} from './parts.js';\n"
                    + "import { rest } from './rest.js';\n"));

    assertThat(served.get("app/js/later.js"))
        .isEqualTo(
            "import es from '../i18n/es.js';\nimport {\n  two,\n} from './app.js';\n"
                + "import { rest } from './rest.js';\n");
    assertThat(served).containsKey("app/js/rest.js").doesNotContainKey("app/js/parts.js");
  }

  @Test
  void linesOfCommentAreLeftOutAndTextIsNot() {
    String text =
        """
        /** What it is.
         * More. */
        const a = 'http://x/*y*/'; // why
          // reason
        const b = /\\/\\*/;
          /* long
             reason */
        const c = 1;
        """;

    assertThat(Modules.withoutComments(text))
        .isEqualTo("const a = 'http://x/*y*/'; // why\nconst b = /\\/\\*/;\nconst c = 1;\n");
  }

  @Test
  void whatDoesNotKeepToTheFormIsRefusedByName() {
    refuses("import { a as b } from './parts.js';\n", "a as b");
    refuses("import parts from './parts.js';\n", "import parts");
    refuses("import { one } from '../parts.js';\n", "'../parts.js'");
    refuses("import { one } from './nowhere.js';\n", "nowhere.js");
    refuses(
        "import { one } from './parts.js';\nconst own = 5;\n", "'own' of app.js is in parts.js");
    refuses("import { one } from './parts.js';\nexport default 1;\n", "without a name");
    refuses("import { x } from './app.js';\n", "imports itself");
  }

  private static void refuses(String entry, String said) {
    Map<String, String> sources = Map.of("app/js/app.js", entry, "app/js/parts.js", PARTS);

    assertThatThrownBy(() -> Modules.served(sources))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(said);
  }
}
