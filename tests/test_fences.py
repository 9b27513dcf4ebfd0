"""The reader of code blocks, which the tests of the documentation rely on."""

from pathlib import Path

import pytest

from tests.fences import fences

pytestmark = pytest.mark.whole

TEXT = """# Title

```sh
make demo
```

## Install

1. First:

   ```python
   # mysite/settings/base.py
   A = 1
   ```

## Next

```html+django
{# news/templates/news/page.html #}
{{ page }}
```

```python
# Only a remark
```
"""


def test_fences_know_their_place_and_their_file(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(TEXT, encoding="utf-8")
    found = list(fences(tmp_path / "README.md"))
    assert [(fence.language, fence.headings[-1], fence.file) for fence in found] == [
        ("sh", "Title", None),
        ("python", "Install", "mysite/settings/base.py"),
        ("html+django", "Next", "news/templates/news/page.html"),
        ("python", "Next", None),
    ]
    assert found[1].text == "# mysite/settings/base.py\nA = 1\n"
    assert str(found[0]) == "README.md:3"
