"""Official texts from Word (.docx): what stands on the page as plain lines, and an account of what was left out."""
